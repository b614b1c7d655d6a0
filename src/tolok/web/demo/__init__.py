"""The example agency as a living site: accounts of every role, four approved quarters, documents."""
