"""Public question generators as evaluation rows. Nothing sampled here is trained on or committed."""
