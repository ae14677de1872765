package org.aimass.api.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.shared.Sha256Digest;

/**
 * Remembers for a day what a request was answered, by the person who sent it and the key that they gave it. Only what had an effect is
 * remembered: a refused request left nothing behind, and its key may be used again.
 */
@ApplicationScoped
@Transactional
@Allowed(Role.CITIZEN)
public class ApiAnswers {

    /** How long an answer is given again. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** A request that has not ended after this was cut off: its twin takes its place. */
    static final Duration WORKING = Duration.ofMinutes(2);

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    /** What to do with a request. */
    public sealed interface Turn {
        /** It is the first of its kind: answer it, then {@link #keep} or {@link #forget}. */
        record Mine() implements Turn {}

        /** Its twin is being answered now. */
        record Busy() implements Turn {}

        /** The key was used for another request. */
        record OtherRequest() implements Turn {}

        /**
         * It was answered before.
         *
         * @param location address of what it made, or empty
         * @param body JSON, or empty
         */
        record Answered(int status, String location, String body) implements Turn {}
    }

    /** Says whose turn it is; in its own transaction, so that a twin sees it at once. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Turn claim(String key, Sha256Digest request) {
        Instant now = clock.instant();
        if (insert(key, request, now)) {
            return new Turn.Mine();
        }
        Object[] row = row(key, now);
        if (row.length == 0) {
            return new Turn.Busy();
        }
        boolean young = ((Number) row[4]).intValue() > 0;
        boolean working = ((Number) row[5]).intValue() > 0;
        if (young && !request.hex().equals(row[0])) {
            return new Turn.OtherRequest();
        }
        if (young && row[1] != null) {
            return new Turn.Answered(((Number) row[1]).intValue(), row[2].toString(), row[3].toString());
        }
        return !(young && working) && takeOver(key, request, now) ? new Turn.Mine() : new Turn.Busy();
    }

    /** What is answered to every repetition from now on. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void keep(String key, int status, String location, String body) {
        of("update api_answer set status = ?, location = ?, body = ? where person = ? and idempotency_key = ?")
                .setParameter(1, status)
                .setParameter(2, location)
                .setParameter(3, body)
                .setParameter(4, person())
                .setParameter(5, key)
                .executeUpdate();
    }

    /** It had no effect. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void forget(String key) {
        of("delete from api_answer where person = ? and idempotency_key = ? and status is null")
                .setParameter(1, person())
                .setParameter(2, key)
                .executeUpdate();
    }

    /** Removes what is older than a day. */
    @Allowed(Role.SYSTEM)
    public void sweep() {
        of("delete from api_answer where begun_at < ?")
                .setParameter(1, Timestamp.from(clock.instant().minus(KEPT)))
                .executeUpdate();
    }

    private boolean insert(String key, Sha256Digest request, Instant now) {
        return of("insert into api_answer (person, idempotency_key, request_sha256, begun_at, location, body)"
                                + " values (?, ?, ?, ?, '', '') on conflict do nothing")
                        .setParameter(1, person())
                        .setParameter(2, key)
                        .setParameter(3, request.hex())
                        .setParameter(4, Timestamp.from(now))
                        .executeUpdate()
                > 0;
    }

    /** Empty where its twin has just removed it. */
    private Object[] row(String key, Instant now) {
        List<?> rows = of("select request_sha256, status, location, body, case when begun_at > ? then 1 else 0 end,"
                        + " case when begun_at > ? then 1 else 0 end from api_answer"
                        + " where person = ? and idempotency_key = ?")
                .setParameter(1, Timestamp.from(now.minus(KEPT)))
                .setParameter(2, Timestamp.from(now.minus(WORKING)))
                .setParameter(3, person())
                .setParameter(4, key)
                .getResultList();
        return rows.isEmpty() ? new Object[0] : (Object[]) rows.get(0);
    }

    /** Of several twins one is faster: what it writes is no longer old enough for the others. */
    private boolean takeOver(String key, Sha256Digest request, Instant now) {
        return of("update api_answer set begun_at = ?, request_sha256 = ?, status = null, location = '', body = ''"
                                + " where person = ? and idempotency_key = ?"
                                + " and (begun_at <= ? or (status is null and begun_at <= ?))")
                        .setParameter(1, Timestamp.from(now))
                        .setParameter(2, request.hex())
                        .setParameter(3, person())
                        .setParameter(4, key)
                        .setParameter(5, Timestamp.from(now.minus(KEPT)))
                        .setParameter(6, Timestamp.from(now.minus(WORKING)))
                        .executeUpdate()
                > 0;
    }

    private Query of(String sql) {
        return em.createNativeQuery(sql);
    }

    private String person() {
        Person asker = user.requirePerson();
        return Sha256Digest.of((asker.issuer() + "\n" + asker.subject()).getBytes(StandardCharsets.UTF_8))
                .hex();
    }
}
