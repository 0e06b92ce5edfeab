"""WordPress over its REST interface: the picture into the media library, and a draft post around it.

A person looks at the draft on the school's pages and publishes it there. Signing in is by an application
password (WordPress 5.6 and later), never by the person's own. What is said here of WordPress was seen of 6.1.
"""

from __future__ import annotations

import hashlib
import html
import mimetypes
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

import httpx

from app.destinations.base import NO_WORDS, Found, Presence, Receipt, checked_name
from app.destinations.remote import ANSWER_SECONDS, CONNECT_SECONDS, SETTLING
from app.destinations.webdav import trouble_of_line, trouble_of_status
from app.errors import AppError, Trouble
from consent.destinations import DestinationRecord
from consent.publications import Words

_API = "wp-json/wp/v2/"
_API_OF_PLAIN_SITES = "?rest_route=/wp/v2/"
"""Where the site's addresses are plain ("?p=123"), as they are until someone chooses others."""
_ANY_STATUS = "draft,pending,publish,future,private"
_KEPT_NOTHING = frozenset({"rest_upload_sideload_error", "rest_upload_unknown_error"})
"""WordPress's own word, under the status 500, for a file that it did not take in: its kind, its folder, its disk."""


class WordPressDestination:
    """`Destination`: the copy's random name is in the slug of its picture and of its draft, by which both are found."""

    is_remote = True
    settling = SETTLING

    def __init__(self, record: DestinationRecord, secret: str) -> None:
        self.label = str(record.id)
        self._record = record
        self._secret = secret
        self._client: httpx.Client | None = None
        self._api = _API

    def send(self, name: str, content: bytes, words: Words = NO_WORDS) -> Receipt:
        """See `Destination.send`. What an earlier attempt got through is found and not made twice."""
        slug = PurePosixPath(checked_name(name)).stem
        expected = hashlib.sha256(content).hexdigest()
        try:
            found = self._media(slug)
            if found is not None and self._hash(found) != expected:
                # not what was just sent, so it is not taken back
                raise AppError(Trouble.NOT_WRITABLE, "exists")
            media = found or self._post_media(name, content)
            try:
                self._require_same(media, expected)
                self._change("POST", f"media/{media['id']}", json=_media_fields(words))
                if (draft := self._draft(slug)) is None:
                    draft = self._change("POST", "posts", json=_draft_fields(slug, media, words))
            except AppError as error:
                if not isinstance(error, _AnswerLostError):
                    self._take_back(media, error)
                raise
        except _AnswerLostError as lost:
            return self._after_a_cut(name, expected, lost)
        return Receipt(expected, str(media["source_url"]), str(draft["link"]))

    def look(self, name: str, sha256: str) -> Found:
        """See `Destination.look`: picture and draft must both be there."""
        slug = PurePosixPath(checked_name(name)).stem
        media = self._media(slug)
        if media is None:
            return Found(Presence.ABSENT)
        if self._hash(media) != sha256:
            return Found(Presence.ANOTHER)
        draft = self._draft(slug)
        if draft is None:
            return Found(Presence.PART)
        return Found(Presence.THERE, Receipt(sha256, str(media["source_url"]), str(draft["link"])))

    def take_back(self, name: str, sha256: str) -> None:
        """See `Destination.take_back`: the picture around which no draft stands."""
        slug = PurePosixPath(checked_name(name)).stem
        media = self._media(slug)
        if media is None:
            return
        if self._hash(media) != sha256 or self._draft(slug) is not None:
            raise AppError(Trouble.NOT_WRITABLE, "exists")
        self._take_back(media, AppError(Trouble.DOUBTFUL))

    def test(self) -> None:
        """See `Destination.test`: may this account upload and write posts? Nothing is left on the site."""
        me = self._json(self._ask("GET", "users/me", params={"context": "edit"}))
        may = me.get("capabilities", {})
        if not (may.get("upload_files") and may.get("edit_posts")):
            raise AppError(Trouble.NOT_WRITABLE, "this account may not upload")

    def close(self) -> None:
        """See `Destination.close`."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _after_a_cut(self, name: str, expected: str, lost: _AnswerLostError) -> Receipt:
        try:
            found = self.look(name, expected)
        except AppError:
            raise AppError(Trouble.DOUBTFUL, lost.code.value) from None
        if found.receipt is None:
            raise AppError(Trouble.DOUBTFUL, lost.code.value)
        return found.receipt

    def _post_media(self, name: str, content: bytes) -> dict[str, Any]:
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        headers = {"Content-Type": kind, "Content-Disposition": f'attachment; filename="{name}"'}
        return self._change("POST", "media", content=content, headers=headers)

    def _require_same(self, media: dict[str, Any], expected: str) -> None:
        """The server must hold the very bytes; a plug-in that rewrites pictures is found here."""
        if self._hash(media) != expected:
            raise AppError(Trouble.NOT_PROVEN, "the server holds other bytes than were sent")

    def _take_back(self, media: dict[str, Any], error: AppError) -> None:
        """No post stands around the picture: it must not stay in the library, which anyone can leaf through.

        Raises AppError(DOUBTFUL) where it stays all the same: then somebody has to look.
        """
        try:
            self._change("DELETE", f"media/{media['id']}", params={"force": "true"})
        except AppError:
            raise AppError(Trouble.DOUBTFUL, error.code.value) from None

    def _media(self, slug: str) -> dict[str, Any] | None:
        return self._one("media", {"slug": slug, "context": "edit"})

    def _draft(self, slug: str) -> dict[str, Any] | None:
        return self._one("posts", {"slug": _draft_slug(slug), "status": _ANY_STATUS, "context": "edit"})

    def _one(self, what: str, params: dict[str, str]) -> dict[str, Any] | None:
        found = self._json(self._ask("GET", what, params=params))
        if not isinstance(found, list):
            raise AppError(Trouble.NOT_WRITABLE, "not WordPress")
        return found[0] if found else None

    def _hash(self, media: dict[str, Any]) -> str:
        """Of the uploaded file as the site gives it: a picture above 2560 pixels keeps its original beside it."""
        url, home = httpx.URL(str(media["source_url"])), httpx.URL(self._record.address)
        original = media.get("media_details", {}).get("original_image")
        if original:
            url = url.join(str(original))
        if urlsplit(str(url)).netloc != urlsplit(str(home)).netloc:
            # another host would be told the password, and could be anyone
            raise AppError(Trouble.NOT_TRUSTED, "pictures lie on another host")
        # a site behind a proxy may call itself http: the password goes only by the door that was set up
        return hashlib.sha256(self._ask("GET", str(url.copy_with(scheme=home.scheme))).content).hexdigest()

    def _change(self, method: str, path: str, **what: Any) -> dict[str, Any]:
        """A request that changes something. Raises _AnswerLostError where it may have been done all the same."""
        try:
            done = self._ask(method, path, **what)
        except AppError as error:
            if error.code is Trouble.UNREACHABLE and error.detail not in _NEVER_LEFT:
                raise _AnswerLostError(error) from None
            raise
        try:
            answer: dict[str, Any] = done.json()
        except ValueError:  # it was done; where no length is given, a cut line looks like the answer's end
            raise _AnswerLostError(AppError(Trouble.UNREACHABLE, "cut")) from None
        return answer

    def _ask(self, method: str, path: str, **what: Any) -> httpx.Response:
        """`path` below the interface, or a whole address."""
        answer = self._request(method, path, **what)
        if answer.status_code == 404 and self._api is _API and _as_json(answer) is None:
            self._api = _API_OF_PLAIN_SITES
            answer = self._request(method, path, **what)
        if not answer.is_success:
            raise AppError(_trouble_of(answer), str(answer.status_code))
        return answer

    def _request(
        self, method: str, path: str, *, params: dict[str, str] | None = None, **what: Any
    ) -> httpx.Response:
        whole = path if "://" in path else f"{self._record.address.rstrip('/')}/{self._api}{path}"
        url = httpx.URL(whole).copy_merge_params(params or {})
        try:
            return self._connected().request(method, url, **what)
        except httpx.TransportError as error:
            raise AppError(trouble_of_line(error), type(error).__name__) from None

    def _json(self, answer: httpx.Response) -> Any:
        if (said := _as_json(answer)) is None:
            raise AppError(Trouble.NOT_WRITABLE, "not WordPress")
        return said

    def _connected(self) -> httpx.Client:
        if self._client is None:
            self._client = httpx.Client(
                auth=(self._record.user, self._secret),
                timeout=httpx.Timeout(ANSWER_SECONDS, connect=CONNECT_SECONDS),
                follow_redirects=False,
            )
        return self._client


_NEVER_LEFT = frozenset({"ConnectError", "ConnectTimeout"})
"""No connection was made, so nothing was asked of the server."""


class _AnswerLostError(AppError):
    """A change was asked for, and what came of it is not known."""

    def __init__(self, error: AppError) -> None:
        super().__init__(error.code, error.detail)


def _as_json(answer: httpx.Response) -> Any:
    """What was answered; None where that is no JSON."""
    try:
        return answer.json()
    except ValueError:
        return None


def _trouble_of(answer: httpx.Response) -> Trouble:
    said = _as_json(answer)
    if isinstance(said, dict) and said.get("code") in _KEPT_NOTHING:
        return Trouble.NOT_WRITABLE
    return trouble_of_status(answer.status_code)


def _draft_slug(slug: str) -> str:
    """Never the picture's own, nor a number: WordPress then gives another, and the next look would miss it."""
    return f"photo-{slug}"


def _media_fields(words: Words) -> dict[str, str]:
    return {"alt_text": words.alt_text, "caption": html.escape(words.caption), "title": ""}


def _draft_fields(slug: str, media: dict[str, Any], words: Words) -> dict[str, Any]:
    """A draft: a person of the school looks at it there and publishes it."""
    source = html.escape(str(media["source_url"]), quote=True)
    alt = html.escape(words.alt_text, quote=True)
    parts = [f'<img src="{source}" alt="{alt}" class="wp-image-{int(media["id"])}"/>']
    if words.caption or words.source:
        credit = f"<cite>{html.escape(words.source)}</cite>" if words.source else ""
        parts.append(f"<figcaption>{html.escape(words.caption)}{credit}</figcaption>")
    figure = f'<figure class="wp-block-image">{"".join(parts)}</figure>'
    content = f"<!-- wp:image -->\n{figure}\n<!-- /wp:image -->"
    return {
        "status": "draft",
        "slug": _draft_slug(slug),
        "title": "",
        "content": content,
        "featured_media": media["id"],
    }
