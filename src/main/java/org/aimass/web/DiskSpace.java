package org.aimass.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.aimass.shared.Measured;
import org.aimass.shared.Reading;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The disk of the data folder. Files that people send may not take the last of it: the database writes there too. */
@ApplicationScoped
public class DiskSpace implements Measured {

    /** What stays free for everything that is no upload: 128 MiB. */
    static final long RESERVE = 128L << 20;

    private static final Logger LOG = System.getLogger(DiskSpace.class.getName());

    /** The server's copy while the form is read, and the store's. */
    private static final int COPIES = 2;

    @Inject
    @ConfigProperty(name = "aimass.data")
    String data;

    /**
     * Whether there is room for an upload.
     *
     * @param bytes its size, or -1 where the sender does not say
     */
    boolean admits(long bytes) {
        try {
            return admits(bytes, Files.getFileStore(Path.of(data)).getUsableSpace());
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The disk of the data folder does not say what is free: {0}", e.getMessage());
            return true;
        }
    }

    /** What is free on that disk, in bytes; empty where it does not say. */
    public OptionalLong free() {
        try {
            return OptionalLong.of(Files.getFileStore(Path.of(data)).getUsableSpace());
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** What uploads leave free, in bytes. */
    public long reserve() {
        return RESERVE;
    }

    @Override
    public List<Reading> readings() {
        try {
            FileStore disk = Files.getFileStore(Path.of(data));
            return List.of(
                    Reading.gauge("aimass_store_free_bytes", "What is free on the disk of the data folder.", (double)
                            disk.getUsableSpace()),
                    Reading.gauge("aimass_store_size_bytes", "How large the disk of the data folder is.", (double)
                            disk.getTotalSpace()),
                    Reading.gauge(
                            "aimass_store_reserve_bytes",
                            "What uploads leave free; with less than this, they are refused.",
                            RESERVE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean admits(long bytes, long free) {
        return free - RESERVE >= COPIES * Math.max(0, bytes);
    }
}
