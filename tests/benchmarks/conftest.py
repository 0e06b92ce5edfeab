"""The small school under the real window, for the benchmarks of the desk."""

from tests.ui.conftest import application, make_desktop, services  # noqa: F401 - fixtures
