package org.aimass.dataset.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.aimass.dataset.entity.Upload;
import org.aimass.dataset.entity.UploadKind;
import org.aimass.security.Allowed;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.RequiredText;
import org.aimass.shared.Sha256Digest;

/**
 * Takes a large file in pieces: begin, append each piece behind the one before, finish, and hand in what {@link #finish}
 * gives. An upload belongs to the person who began it; whatever cuts it off, a restart of the portal included, it goes on
 * where {@link #state} says. One that nobody touches for a day is swept away.
 */
@ApplicationScoped
@Allowed(Role.SUBMITTER)
public class Uploads {

    /** The largest piece: 8 MiB. */
    public static final int MAX_PIECE = 8 << 20;

    private static final int MAX_NAME = 300;
    private static final Pattern FINGERPRINT = Pattern.compile("([0-9a-f]{64})?");

    @Inject
    UploadEntries entries;

    @Inject
    UploadFiles files;

    /**
     * Begins an upload, or finds the asker's own of the same file again.
     *
     * @param name the file's name, to be shown
     * @param size in bytes
     * @param fingerprint a SHA-256 in hexadecimal of the file's beginning, by which it is found again; empty for none
     * @throws Refusal TOO_LARGE above what is taken of this kind; INVALID when it is empty; STORE_FULL when there is no room; CONFLICT when the
     *     asker has too many on their way
     */
    public Upload open(String name, long size, UploadKind kind, String fingerprint) throws IOException {
        String shown = RequiredText.line(name, MAX_NAME, "dataset", "file");
        if (size < 1 || !FINGERPRINT.matcher(fingerprint).matches()) {
            throw Refusal.of(Refusal.Kind.INVALID, "dataset", "refusal.emptyFile")
                    .at("file");
        }
        if (size > kind.mostBytes()) {
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "dataset", "refusal.fileTooLarge", kind.mostBytes() >> 20)
                    .at("file");
        }
        if (!fingerprint.isEmpty()) {
            Optional<Upload> begun = entries.find(kind, shown, size, fingerprint);
            if (begun.isPresent()) {
                return begun.get();
            }
        }
        files.demandRoom(size);
        return entries.begin(kind, shown, size, fingerprint);
    }

    /**
     * Puts a piece behind those that are there.
     *
     * @param offset where it belongs, in bytes from the file's beginning: {@link Upload#received()} and nothing else
     * @param sha256 of the piece
     * @throws Refusal CONFLICT at a gap or an overlap; INVALID when the digest is another or the piece reaches beyond the
     *     file's size; TOO_LARGE beyond 8 MiB; NOT_FOUND when the upload is somebody else's; nothing has changed then
     */
    public Upload append(UUID id, long offset, InputStream piece, Sha256Digest sha256) throws IOException {
        entries.get(id).demandNext(offset, 0);
        byte[] bytes = piece.readNBytes(MAX_PIECE + 1);
        if (bytes.length > MAX_PIECE) {
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "dataset", "refusal.upload.pieceTooLarge", MAX_PIECE >> 20);
        }
        if (!Sha256Digest.of(bytes).equals(sha256)) {
            throw Refusal.of(Refusal.Kind.INVALID, "dataset", "refusal.upload.pieceDigest");
        }
        return entries.append(id, offset, bytes);
    }

    /** How far it is. */
    public Upload state(UUID id) {
        return entries.get(id);
    }

    /**
     * Says that all pieces are there. Said twice, it is finished once.
     *
     * @param sha256 of the whole file
     * @return what {@code RegisterModel} and {@code SubmitDataset} take; it may be handed in for a day
     * @throws Refusal CONFLICT when bytes are missing; INVALID when the digest is another
     */
    public GivenFile finish(UUID id, Sha256Digest sha256) throws IOException {
        Upload upload = entries.get(id);
        upload.demandComplete();
        if (upload.finished().isEmpty() && !files.digest(id).equals(sha256)) {
            throw Refusal.of(Refusal.Kind.INVALID, "dataset", "refusal.upload.digest");
        }
        entries.finish(id, sha256);
        return GivenFile.uploaded(id);
    }

    /** Forgets an upload and what has come of it; does nothing where there is none. */
    public void discard(UUID id) {
        entries.discard(id);
    }
}
