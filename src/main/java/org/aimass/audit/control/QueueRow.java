package org.aimass.audit.control;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.aimass.audit.entity.QueuedRun;
import org.aimass.audit.entity.RunStatus;
import org.jspecify.annotations.Nullable;

/** One row of {@link AllRuns}'s list, as either database gives it. */
final class QueueRow {

    private QueueRow() {}

    static QueuedRun read(Object[] row) {
        Number lease = (Number) row[10];
        return new QueuedRun(
                (UUID) row[0],
                (String) row[1],
                (UUID) row[2],
                RunStatus.valueOf((String) row[3]),
                ((Number) row[13]).longValue(),
                time(row[4]),
                row[5] == null ? null : time(row[5]),
                row[6] == null ? null : time(row[6]),
                row[7] == null ? "" : (String) row[7],
                ((Number) row[8]).intValue(),
                (Boolean) row[9],
                lease == null ? null : Duration.ofMillis(Math.round(lease.doubleValue() * 1000)),
                percent((Number) row[11], (Number) row[12]));
    }

    private static @Nullable Long percent(@Nullable Number done, @Nullable Number total) {
        return done == null || total == null || total.longValue() <= 0
                ? null
                : Math.min(100, 100 * done.longValue() / total.longValue());
    }

    private static Instant time(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : ((Timestamp) value).toInstant();
    }
}
