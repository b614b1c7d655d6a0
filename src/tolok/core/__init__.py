"""Pure domain: values in, values out; nothing outside the standard library and lark."""
