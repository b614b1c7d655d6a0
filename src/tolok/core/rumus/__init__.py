"""The formula language: what an officer can read and write, evaluated exactly and explained."""
