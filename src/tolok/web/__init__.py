"""The Django project: one app per stage of the cycle, over a database that never loses or silently changes anything."""
