"""From a Document and a theme to files: HTML, PDF, DOCX."""
