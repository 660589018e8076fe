"""Where a document's headings are: by their marks, their numbers, and the table of contents."""
