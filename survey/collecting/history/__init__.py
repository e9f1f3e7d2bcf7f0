"""History: figures published before without their answers, brought in and confirmed by a second person."""
