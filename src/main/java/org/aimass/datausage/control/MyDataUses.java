package org.aimass.datausage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.aimass.activity.ActivityLog;
import org.aimass.datausage.entity.DataUsageLook;
import org.aimass.datausage.entity.DataUsageRecord;
import org.aimass.datausage.entity.HumanInvolvement;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.security.SubjectPseudonym;
import org.aimass.security.SubjectPseudonyms;

/**
 * Shows a person the uses of their own data. Nobody can be searched for: the only person there is, is the one who asks. A
 * look is a record itself. Whoever has no records takes the same path as everybody else.
 */
@ApplicationScoped
@Transactional
@Allowed(Role.CITIZEN)
public class MyDataUses {

    /** The most records on one page. */
    public static final int PAGE = 20;

    /** The most looks on a page; they stand together where nothing lies between them. */
    public static final int LOOKS = 200;

    /** The most records in one file to take away. */
    public static final int FILE = 2_000;

    /** The portal as the controller of its own records. */
    private static final UUID PORTAL = ActivityLog.PORTAL;

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    SubjectPseudonyms pseudonyms;

    @Inject
    Clock clock;

    /**
     * What a person sees.
     *
     * @param at when the person looked
     * @param entries newest first: at most {@value #PAGE} uses and {@value #LOOKS} looks on a page, {@value #FILE} of each in a file
     * @param older from where the next page goes on; empty on the last one
     */
    public record Look(Instant at, List<Entry> entries, Optional<Instant> older, Summary summary) {}

    /**
     * Something that happened to a person's data.
     *
     * @param use what a controller did; empty for a look of the person
     */
    public record Entry(Instant occurredAt, Optional<DataUsageRecord> use) {}

    /**
     * The last twelve months.
     *
     * @param uses how often controllers used the person's data
     * @param controllers how many of them
     * @param decidedByComputerAlone how often no human took part
     */
    public record Summary(long uses, long controllers, long decidedByComputerAlone) {}

    /**
     * Records that the person looks, and shows what there is.
     *
     * @param from the newest moment to show; empty begins with this look itself
     */
    public Look look(Optional<Instant> from) {
        return look(from, PAGE);
    }

    /** The same from the newest on, as much as a file holds: taking it away is a look too. */
    public Look take() {
        return look(Optional.empty(), FILE);
    }

    private Look look(Optional<Instant> from, int most) {
        Person person = user.requirePerson();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SubjectPseudonym here = pseudonyms.of(PORTAL, person);
        em.persist(new DataUsageLook(here, now));
        Set<UUID> keys = new HashSet<>();
        pseudonyms.ofEveryController(person).forEach(subject -> keys.add(DataUsageRecord.key(subject)));
        int mostLooks = Math.max(most, LOOKS);
        List<Entry> entries = Stream.concat(
                        uses(keys, from.orElse(now), most),
                        looks(DataUsageRecord.key(here), from.orElse(now), mostLooks))
                .sorted(Comparator.comparing(Entry::occurredAt).reversed())
                .toList();
        int end = end(entries, most, mostLooks);
        return new Look(
                now,
                entries.subList(0, end),
                end < entries.size() ? Optional.of(entries.get(end).occurredAt()) : Optional.empty(),
                summary(keys, now));
    }

    /** Where a page ends: each kind is counted by itself, for whoever looks often still wants to see the uses. */
    private static int end(List<Entry> entries, int mostUses, int mostLooks) {
        int uses = 0;
        int looks = 0;
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).use().isPresent()) {
                uses++;
            } else {
                looks++;
            }
            if (uses > mostUses || looks > mostLooks) {
                return i;
            }
        }
        return entries.size();
    }

    /** When the asker looked last; asking is no look. */
    public Optional<Instant> latestLook() {
        return looks(DataUsageRecord.key(pseudonyms.of(PORTAL, user.requirePerson())), clock.instant(), 1)
                .map(Entry::occurredAt)
                .findFirst();
    }

    private Stream<Entry> uses(Set<UUID> keys, Instant from, int most) {
        return em
                .createQuery(
                        "select r from DataUsageRecord r join fetch r.activity a join fetch a.controller"
                                + " join fetch r.modelVersion v join fetch v.model"
                                + " where r.subjectKey in :keys and r.occurredAt <= :from"
                                + " order by r.occurredAt desc, r.id desc",
                        DataUsageRecord.class)
                .setParameter("keys", keys)
                .setParameter("from", from)
                .setMaxResults(most + 1)
                .getResultList()
                .stream()
                .map(use -> new Entry(use.occurredAt(), Optional.of(use)));
    }

    private Stream<Entry> looks(UUID key, Instant from, int most) {
        return em
                .createQuery(
                        "select l from DataUsageLook l where l.subjectKey = :key and l.occurredAt <= :from"
                                + " order by l.occurredAt desc",
                        DataUsageLook.class)
                .setParameter("key", key)
                .setParameter("from", from)
                .setMaxResults(most + 1)
                .getResultList()
                .stream()
                .map(look -> new Entry(look.occurredAt(), Optional.empty()));
    }

    private Summary summary(Set<UUID> keys, Instant now) {
        Instant yearAgo = now.atOffset(ZoneOffset.UTC).minusYears(1).toInstant();
        Object[] sums = em.createQuery(
                        "select count(r), count(distinct r.activity.controller.id),"
                                + " sum(case when r.humanInvolvement = :none then 1 else 0 end)"
                                + " from DataUsageRecord r where r.subjectKey in :keys"
                                + " and r.occurredAt > :since",
                        Object[].class)
                .setParameter("none", HumanInvolvement.NONE)
                .setParameter("keys", keys)
                .setParameter("since", yearAgo)
                .getSingleResult();
        return new Summary(whole(sums[0]), whole(sums[1]), whole(sums[2]));
    }

    /** A sum over nothing is null. */
    private static long whole(Object sum) {
        return sum instanceof Number number ? number.longValue() : 0;
    }
}
