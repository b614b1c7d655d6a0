"""How every page looks: base templates, components, assets, error pages."""
