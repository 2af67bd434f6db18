"""Rules asked of a FactSet: choosing packs, running kinds, laying blame, making findings."""
