package org.aimass.report.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aimass.processing.entity.BilingualColumn;
import org.aimass.report.entity.RegisterEntry;
import org.aimass.report.entity.RegisterQuery;
import org.aimass.report.entity.RegisterQuery.Count;
import org.aimass.report.entity.RegisterQuery.Facet;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Bilingual;
import org.aimass.shared.Bookmark;
import org.aimass.shared.Sha256Digest;
import org.aimass.shared.Slice;

/** The public register: every report, for everyone to find. */
@ApplicationScoped
@Transactional
@Allowed(Role.ANYONE)
public class PublicRegister {

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    /** How many reports there are, of how many organizations. */
    public record Extent(long reports, long organizations) {}

    /**
     * One page of what was looked for.
     *
     * @param counts by facet, what else could be chosen
     * @param organizations what they are called, by the value of their facet
     */
    public record Result(
            Slice<RegisterEntry> slice, Map<Facet, List<Count>> counts, Map<String, Bilingual> organizations) {}

    /** What somebody's digest is the digest of. */
    public enum Kind {
        REPORT,
        ENTRY,
        MODEL,
        DATASET,
        PLAN
    }

    /** A place where a digest stands. */
    public record Place(Kind kind, String number, int version, Bilingual title) {}

    public Extent extent() {
        Object[] counts = em.createQuery(
                        "select count(r), count(distinct r.organizationSlug) from RegisteredReport r", Object[].class)
                .getSingleResult();
        return new Extent(((Number) counts[0]).longValue(), ((Number) counts[1]).longValue());
    }

    public Result search(RegisterQuery query, long offset, int limit) {
        RegisterSearch search = new RegisterSearch(em);
        RegisterSearch.Counted counted = search.count(query);
        Map<Facet, List<Count>> counts = new HashMap<>();
        for (Facet facet : Facet.values()) {
            counts.put(facet, query.counts(facet, counted.cells()));
        }
        Map<String, Bilingual> organizations = new HashMap<>();
        BilingualColumn column = new BilingualColumn();
        counted.organizations().forEach((slug, name) -> organizations.put(slug, column.convertToEntityAttribute(name)));
        return new Result(
                new Slice<>(search.page(query, offset, limit), offset, query.total(counted.cells())),
                counts,
                organizations);
    }

    /**
     * The newest reports that speak of every word.
     *
     * @param place where the list was read to; empty for its beginning. What is published meanwhile shifts nothing
     */
    public List<RegisterEntry> after(Optional<Bookmark> place, String text, int limit) {
        return new RegisterSearch(em).after(place, text, limit);
    }

    /** Where a digest stands in what was published: reports first, then entries, then files. Three reads by key. */
    public List<Place> placesOf(Sha256Digest digest) {
        List<Place> places = new ArrayList<>();
        places(
                places,
                digest,
                "select 'REPORT', v.number, v.version, r.title from TransparencyReport v,"
                        + " RegisteredReport r where v.sha256 = :digest and r.number = v.number");
        places(
                places,
                digest,
                "select 'ENTRY', e.number, e.version, r.title from ReportEntry e,"
                        + " RegisteredReport r where e.sha256 = :digest and r.number = e.number");
        places(
                places,
                digest,
                "select f.kind, f.number, f.version, r.title from ReportFile f,"
                        + " RegisteredReport r where f.sha256 = :digest and r.number = f.number"
                        + " order by f.number desc, f.version desc, f.kind");
        return places;
    }

    private void places(List<Place> places, Sha256Digest digest, String query) {
        em.createQuery(query, Object[].class)
                .setParameter("digest", digest.hex())
                .setMaxResults(50)
                .getResultStream()
                .map(row -> new Place(
                        Kind.valueOf((String) row[0]), (String) row[1], ((Number) row[2]).intValue(), (Bilingual)
                                row[3]))
                .forEach(places::add);
    }
}
