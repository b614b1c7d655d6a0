"""One agency-year computed: every quantity on demand, found by its identity, explained, and under other conventions."""
