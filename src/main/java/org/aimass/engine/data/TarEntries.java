package org.aimass.engine.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Goes through a tar archive once and hands each file to whoever keeps it; refuses whatever is no plain file or folder. */
final class TarEntries {

    private static final int MOST_HEADERS = 1 << 20;

    /** Takes the files' contents, in the order of the archive. */
    interface Keeper {
        /** @param content the next {@code size} bytes, all of which are to be read */
        void keep(InputStream content, long size) throws IOException;
    }

    private final Headers source;
    private final TarArchiveInputStream tar;
    private final EntryNames names;
    private final Keeper keeper;
    private long sum;

    TarEntries(InputStream in, EntryNames names, Keeper keeper) {
        source = new Headers(in, names);
        tar = new TarArchiveInputStream(source, StandardCharsets.UTF_8.name());
        this.names = names;
        this.keeper = keeper;
    }

    /** Counts what is read between two files' contents: headers can say how long they are, and the library believes them. */
    private static final class Headers extends FilterInputStream {

        private final EntryNames names;
        private boolean inContent;
        private long read;

        Headers(InputStream in, EntryNames names) {
            super(in);
            this.names = names;
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int got = super.read(target, from, length);
            count(Math.max(0, got));
            return got;
        }

        @Override
        public long skip(long wanted) throws IOException {
            return readNBytes((int) Math.min(wanted, 1 << 13)).length;
        }

        private void count(int bytes) {
            read = inContent ? 0 : read + bytes;
            if (read > MOST_HEADERS) {
                throw names.wrong("found headers of more than " + MOST_HEADERS + " bytes, expected shorter ones");
            }
        }
    }

    /**
     * @throws BadInput if an entry may not be read
     * @throws IOException if the archive ends too early, or is none
     */
    void read(Deadline deadline) throws IOException {
        boolean any = false;
        while (true) {
            deadline.check();
            source.inContent = false;
            source.read = 0;
            TarArchiveEntry entry = tar.getNextEntry();
            if (entry == null) {
                break;
            }
            any = true;
            entry(entry);
        }
        if (!any) {
            throw names.wrong("found no entries, expected a tar archive packed with gzip");
        }
    }

    private void entry(TarArchiveEntry entry) throws IOException {
        String name = entry.getName();
        if (name.indexOf('\uFFFD') >= 0) {
            throw names.refused(name, "a name that is not UTF-8", "UTF-8");
        }
        long size = entry.getSize();
        if (!isPlain(entry) && !entry.isDirectory()) {
            throw names.refused(name, kind(entry), "a file");
        }
        if (entry.isDirectory()) {
            if (size != 0) {
                throw names.refused(name, "a folder with content", "none");
            }
            names.addFolder(name.getBytes(StandardCharsets.UTF_8));
            return;
        }
        names.addFile(name.getBytes(StandardCharsets.UTF_8));
        sum += size;
        if (size < 0 || size > Archive.LARGEST_ENTRY || sum > Archive.LARGEST_SUM) {
            throw names.refused(
                    name,
                    size + " bytes",
                    "at most %d GiB, and %d GiB in all files together"
                            .formatted(Archive.LARGEST_ENTRY >> 30, Archive.LARGEST_SUM >> 30));
        }
        source.inContent = true;
        keeper.keep(tar, size);
    }

    private static boolean isPlain(TarArchiveEntry entry) {
        byte flag = entry.getLinkFlag();
        return (flag == TarConstants.LF_NORMAL || flag == TarConstants.LF_OLDNORM || flag == TarConstants.LF_CONTIG)
                && !entry.isSparse();
    }

    private static String kind(TarArchiveEntry entry) {
        if (entry.isLink()) {
            return "a hard link";
        }
        if (entry.isSymbolicLink()) {
            return "a symbolic link";
        }
        if (entry.isBlockDevice() || entry.isCharacterDevice()) {
            return "a device";
        }
        if (entry.isFIFO()) {
            return "a pipe";
        }
        return entry.isSparse() ? "a file with holes" : "an entry of unknown kind";
    }
}
