"""File entries, and the contents that they stand for."""

import base64
import hashlib
from mimetypes import MimeTypes

LIMIT = 64 * 1024
# The built-in table only: that of the machine would differ from one to the next.
TYPES = MimeTypes()


def md5(content):
    return base64.b64encode(hashlib.md5(content).digest()).decode()


class Contents:
    """Every distinct content once, small ones only."""

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
