package org.aimass.dataset.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aimass.dataset.entity.Upload;
import org.aimass.dataset.entity.UploadKind;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Person;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.Sha256Digest;

/** Writes down how far uploads are: each step a transaction of its own that holds the upload, so that two at once are one after the other. */
@ApplicationScoped
@Transactional
@Allowed(Role.SUBMITTER)
public class UploadEntries {

    /** How many files a person may have on their way at once. */
    static final int MOST_OPEN = 10;

    private static final Duration IDLE = Duration.ofHours(1);

    @PersistenceContext(unitName = "portal")
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    @Inject
    UploadFiles files;

    /** The asker's upload of this very file, unless nobody has begun one. */
    public Optional<Upload> find(UploadKind kind, String name, long size, String fingerprint) {
        return mine().stream()
                .filter(upload -> upload.isFor(kind, name, size, fingerprint))
                .findFirst();
    }

    /** @throws Refusal CONFLICT when the asker has too many on their way; one that nobody touched for an hour gives way */
    public Upload begin(UploadKind kind, String name, long size, String fingerprint) {
        List<Upload> mine = mine();
        if (mine.size() >= MOST_OPEN) {
            Upload oldest = mine.get(0);
            if (oldest.isTouchedAfter(clock.instant().minus(IDLE))) {
                throw Refusal.of(Refusal.Kind.CONFLICT, "dataset", "refusal.upload.tooMany", MOST_OPEN)
                        .at("file");
            }
            em.remove(oldest);
            files.delete(oldest.id());
        }
        Upload upload = new Upload(user.requirePerson(), kind, name, fingerprint, size, clock.instant());
        em.persist(upload);
        return upload;
    }

    /** @throws Refusal NOT_FOUND unless it is the asker's own */
    public Upload get(UUID id) {
        return own(id, LockModeType.NONE);
    }

    /** Puts a piece behind the others; it is on the disk before this is written down. */
    public Upload append(UUID id, long offset, byte[] piece) throws IOException {
        Upload upload = own(id, LockModeType.PESSIMISTIC_WRITE);
        upload.demandNext(offset, piece.length);
        files.write(id, offset, piece);
        upload.took(offset, piece.length, clock.instant());
        return upload;
    }

    public void finish(UUID id, Sha256Digest digest) {
        own(id, LockModeType.PESSIMISTIC_WRITE).finish(digest, clock.instant());
    }

    /**
     * Moves a finished upload into the store, if it is not there already.
     *
     * @throws Refusal CONFLICT when it is not finished; NOT_FOUND when it was meant for something else
     */
    public ArtifactStore.Stored keep(UUID id, UploadKind kind, ArtifactStore store) throws IOException {
        Upload upload = own(id, LockModeType.PESSIMISTIC_WRITE);
        if (upload.kind() != kind) {
            throw Refusal.notFound();
        }
        upload.demandComplete();
        Sha256Digest digest = upload.finished()
                .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "dataset", "refusal.upload.unfinished"));
        store.adopt(files.path(id), digest);
        return new ArtifactStore.Stored(digest, upload.size());
    }

    /** Forgets an upload, and what has come of it; does nothing where there is none. */
    public void discard(UUID id) {
        Upload found = em.find(Upload.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (found != null && found.isOf(user.requirePerson())) {
            em.remove(found);
            files.delete(id);
        }
    }

    /** Forgets what nobody has touched since. */
    @Allowed(Role.SYSTEM)
    public void sweep(Instant before) throws IOException {
        em.createQuery("delete from Upload u where u.touchedAt < :before")
                .setParameter("before", before)
                .executeUpdate();
        files.sweep(before, id -> em.find(Upload.class, id) != null);
    }

    private Upload own(UUID id, LockModeType lock) {
        Upload found = em.find(Upload.class, id, lock);
        if (found == null || !found.isOf(user.requirePerson())) {
            throw Refusal.notFound();
        }
        return found;
    }

    /** The one that was not touched for the longest time first. */
    private List<Upload> mine() {
        Person person = user.requirePerson();
        return em.createQuery(
                        "select u from Upload u where u.issuer = :issuer and u.subject = :subject order by u.touchedAt",
                        Upload.class)
                .setParameter("issuer", person.issuer())
                .setParameter("subject", person.subject())
                .getResultList();
    }
}
