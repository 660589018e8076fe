"""What people say, and what they call things: files of ``knowledge/common``, by file and line."""
