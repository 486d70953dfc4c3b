"""File entries and their contents."""

import base64
import hashlib
from mimetypes import MimeTypes

LIMIT = 64 * 1024
# Only the built-in table, because the system's differs between machines.
TYPES = MimeTypes()


def md5(content):
    return base64.b64encode(hashlib.md5(content).digest()).decode()


class Contents:
    """Returns each distinct content once, if it is small."""

    def __init__(self):
        self.kept = {}

    def keep(self, content):
        digest = md5(content)
        if len(content) <= LIMIT:
            self.kept[digest] = content
        return digest

    def entry(self, name, content, at):
        return {"name": name, "sizeBytes": len(content), "md5": self.keep(content),
                "mimetype": TYPES.guess_type(name)[0], "updatedAt": at}
