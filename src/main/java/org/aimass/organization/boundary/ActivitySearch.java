package org.aimass.organization.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.aimass.activity.ActivityRecords;

/** What the address of an activity record looks for. */
public class ActivitySearch {

    private static final int LONGEST = 100;
    private static final Instant BEFORE_ALL = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant AFTER_ALL = Instant.parse("9000-01-01T00:00:00Z");

    private String person = "";
    private String action = "";
    private String from = "";
    private String to = "";

    ActivityRecords.Question of(UUID organizationId) {
        return new ActivityRecords.Question(
                organizationId,
                person,
                action,
                day(from).map(ActivitySearch::start).orElse(BEFORE_ALL),
                day(to).map(day -> start(day.plusDays(1))).orElse(AFTER_ALL));
    }

    /** Whether anything was asked for, so that an empty list does not mean that there is nothing. */
    public boolean isNarrowed() {
        return !(person.isBlank() && action.isEmpty() && from.isEmpty() && to.isEmpty());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Instant start(LocalDate day) {
        Instant start = day.atStartOfDay(ZoneId.systemDefault()).toInstant();
        return start.isAfter(AFTER_ALL) ? AFTER_ALL : start;
    }

    private static String cut(String text) {
        return text.strip().substring(0, Math.min(LONGEST, text.strip().length()));
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = cut(person);
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = cut(action);
    }

    /** A day, such as {@code 2026-11-09}; the first that counts. */
    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = cut(from);
    }

    /** The last day that counts. */
    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = cut(to);
    }
}
