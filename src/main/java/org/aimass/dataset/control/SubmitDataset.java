package org.aimass.dataset.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.regex.Pattern;
import org.aimass.dataset.entity.DatasetVersion.DatasetFile;
import org.aimass.dataset.entity.UploadKind;
import org.aimass.security.Allowed;
import org.aimass.security.CurrentUser;
import org.aimass.security.Role;
import org.aimass.shared.Refusal;
import org.aimass.shared.RequiredText;

/**
 * Takes in a dataset, or a new version of one. A submission carries an id of its own, chosen when its form was opened: sent
 * twice, it is still one version. The file is on the disk before anything is written down; reading it follows.
 */
@ApplicationScoped
@Allowed(Role.SUBMITTER)
public class SubmitDataset {

    private static final int MAX_NAME = 200;
    private static final int MAX_PROSE = 4_000;
    private static final byte[] PARQUET = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};

    private static final int START = 64;
    private static final Pattern JSON = Pattern.compile("\\x{FEFF}?\\s*(\\{\\s*[\"}]|\\[\\s*[{\\]])");

    @Inject
    DatasetEntries entries;

    @Inject
    KeepFile files;

    @Inject
    ArtifactStore artifacts;

    @Inject
    CurrentUser user;

    /**
     * Submits a dataset with its first version.
     *
     * @param file CSV, gzipped or not, Parquet, or an archive with a manifest or annotations: told by its first bytes
     * @return the version's id, which is the submission's
     * @throws Refusal INVALID at the field that is wrong; CONFLICT at {@code name} when the organization has a dataset of
     *     this name; NOT_FOUND when the asker does not submit for this organization
     */
    public UUID submit(UUID submission, UUID organizationId, String name, String description, GivenFile file)
            throws IOException {
        user.demand(Role.SUBMITTER, organizationId);
        String checkedName = RequiredText.line(name, MAX_NAME, "dataset", "name");
        String checkedDescription = RequiredText.prose(description, MAX_PROSE, "dataset", "description");
        return once(submission, file, () -> {
            entries.demandNameIsFree(organizationId, checkedName);
            entries.addDataset(submission, organizationId, checkedName, checkedDescription, keep(file));
        });
    }

    /** Adds a version to a dataset of an organization that the asker submits for. */
    public UUID addVersion(UUID submission, UUID datasetId, GivenFile file) throws IOException {
        entries.demandMaySubmit(datasetId);
        return once(submission, file, () -> entries.addVersion(submission, datasetId, keep(file)));
    }

    private DatasetFile keep(GivenFile file) throws IOException {
        ArtifactStore.Stored stored = files.keep(file, UploadKind.DATASET);
        byte[] start = artifacts.start(stored.digest(), START);
        if (isJson(start)) {
            throw Refusal.of(Refusal.Kind.INVALID, "dataset", "field.file.json").at("file");
        }
        return new DatasetFile(stored.digest(), stored.bytes(), format(start));
    }

    /** Annotations of images alone: nothing can be measured by them without images or detections beside them. */
    static boolean isJson(byte[] start) {
        return JSON.matcher(new String(start, StandardCharsets.UTF_8)).lookingAt();
    }

    /** What is packed with gzip may also be an archive: the engine finds out, which alone unpacks it. */
    static String format(byte[] start) {
        byte[] mark = Arrays.copyOf(start, PARQUET.length);
        if (Arrays.equals(mark, PARQUET)) {
            return "parquet";
        }
        if (Arrays.equals(mark, ZIP)) {
            return "zip";
        }
        return start.length >= 2 && start[0] == GZIP[0] && start[1] == GZIP[1] ? "csv.gz" : "csv";
    }

    /** When the same submission is faster on another thread, even between two steps of this one, its effect is the effect of both. */
    private UUID once(UUID submission, GivenFile file, Entry entry) throws IOException {
        try {
            if (!entries.isMine(submission)) {
                entry.make();
            }
        } catch (Refusal refusal) {
            if (!entries.isMine(submission)) {
                throw refusal;
            }
        }
        files.done(file);
        return submission;
    }

    private interface Entry {
        void make() throws IOException;
    }
}
