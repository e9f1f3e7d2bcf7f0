"""Before the answers: register, instrument, wave, frame, invitations, page bytes."""
