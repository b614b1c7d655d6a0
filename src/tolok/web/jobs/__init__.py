"""Long work in the background, with progress, cancel and retry without double effect."""
