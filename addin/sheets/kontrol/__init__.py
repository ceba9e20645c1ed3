"""The sheet "Fordeling kontrol", a file a subject: `ark` puts it together.

What must be as it was stands in `liste`, from `indstillinger` and `omgivelser`.
"""
