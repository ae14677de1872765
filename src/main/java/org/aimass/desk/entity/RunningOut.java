package org.aimass.desk.entity;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A finding whose answer is due soon, or late.
 *
 * @param subject the model, as people call it
 * @param owner who is to answer
 * @param overdue whether the day has passed
 */
public record RunningOut(UUID id, String number, String subject, String owner, LocalDate due, boolean overdue) {}
