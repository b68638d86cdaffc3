"""The one place that makes Google's error JSON."""

from __future__ import annotations

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
}


class ApiError(Exception):
    """An answer that Google gives as an error: an HTTP code, a message, perhaps field violations.

    ``violations`` are (field, description) pairs; they travel in the error's ``details``.
    """

    def __init__(
        self, code: int, message: str, violations: tuple[tuple[str, str], ...] = ()
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.violations = violations

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


def not_implemented(what: str) -> ApiError:
    """Something that Google has and this server has not (501): named, never passed over."""
    return ApiError(501, f"{what} is not implemented by localsheets.")


def bad_payload(violations: list[tuple[str, str]]) -> ApiError:
    """A body that does not fit the schema: each violation is listed, the message joins them."""
    return ApiError(400, "\n".join(text for _, text in violations), tuple(violations))
