"""The one place that makes Google's error JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

STATUS_NAMES = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    405: "UNIMPLEMENTED",
    409: "ABORTED",
    413: "INVALID_ARGUMENT",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    501: "UNIMPLEMENTED",
    503: "UNAVAILABLE",
    504: "DEADLINE_EXCEEDED",
}


class ApiError(Exception):
    """An answer that Google gives as an error: an HTTP code, a message, perhaps field violations.

    ``violations`` are (field, description) pairs; they travel in the error's ``details``.
    ``headers`` go with the answer.
    """

    def __init__(
        self,
        code: int,
        message: str,
        violations: tuple[tuple[str, str], ...] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.violations = violations
        self.headers = headers

    def within(self, place: str) -> ApiError:
        """Say which request of a batch it was: "Invalid requests[0].addSheet: ..."."""
        if self.code != 400 or self.violations:
            return self
        return ApiError(self.code, f"Invalid {place}: {self.message}")

    def body(self) -> dict[str, Any]:
        """The JSON that Google sends."""
        error: dict[str, Any] = {
            "code": self.code,
            "message": self.message,
            "status": STATUS_NAMES.get(self.code, "UNKNOWN"),
        }
        if self.violations:
            error["details"] = [_bad_request(self.violations)]
        return {"error": error}


class DriveError(ApiError):
    """An error in Drive's form, which differs: a list of errors, each with its reason and place.

    ``location`` is the query parameter (or, with ``kind``, the header...) that is at fault.
    """

    def __init__(
        self, code: int, message: str, reason: str, location: str = "", kind: str = "parameter"
    ) -> None:
        super().__init__(code, message)
        self.reason = reason
        self.location = location
        self.kind = kind

    def body(self) -> dict[str, Any]:
        """The JSON that Google sends."""
        listed = {"message": self.message, "domain": "global", "reason": self.reason}
        if self.location:
            listed |= {"location": self.location, "locationType": self.kind}
        return {"error": {"code": self.code, "message": self.message, "errors": [listed]}}


_REASONS = {
    400: "badRequest",
    401: "authError",
    403: "forbidden",
    404: "notFound",
    409: "conflict",
    413: "uploadTooLarge",
    429: "rateLimitExceeded",
    500: "internalError",
    501: "notImplemented",
    503: "backendError",
}


def as_drive(error: ApiError) -> DriveError:
    """Any error in Drive's form."""
    if isinstance(error, DriveError):
        return error
    return DriveError(error.code, error.message, _REASONS.get(error.code, "badRequest"))


def _bad_request(violations: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    listed = [
        {"field": field, "description": text} if field else {"description": text}
        for field, text in violations
    ]
    return {"@type": "type.googleapis.com/google.rpc.BadRequest", "fieldViolations": listed}


def bad(message: str) -> ApiError:
    """Something in the request that Google refuses (400)."""
    return ApiError(400, message)


def not_found() -> ApiError:
    """No such spreadsheet or file (404), in Google's words."""
    return ApiError(404, "Requested entity was not found.")


def unauthenticated() -> ApiError:
    """No token, or none that is known or still good (401), in Google's words."""
    return ApiError(
        401,
        "Request had invalid authentication credentials. Expected OAuth 2 access token, login"
        " cookie or other valid authentication credential. See"
        " https://developers.google.com/identity/sign-in/web/devconsole-project.",
        headers={
            "WWW-Authenticate": 'Bearer realm="https://accounts.google.com/", error="invalid_token"'
        },
    )


def forbidden() -> ApiError:
    """What the caller's role does not allow (403), in Google's words."""
    return ApiError(403, "The caller does not have permission")


def not_implemented(what: str) -> ApiError:
    """Something that Google has and this server has not (501): named, never passed over."""
    return ApiError(501, f"{what} is not implemented by localsheets.")


def bad_payload(violations: list[tuple[str, str]]) -> ApiError:
    """A body that does not fit the schema: each violation is listed, the message joins them."""
    return ApiError(400, "\n".join(text for _, text in violations), tuple(violations))
