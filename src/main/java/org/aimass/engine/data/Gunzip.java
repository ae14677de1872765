package org.aimass.engine.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.aimass.engine.BadInput;

/** Unpacks gzip under limits: after the first 64 MiB not more than 100 bytes out for one in, and never more than 256 GiB. */
final class Gunzip extends FilterInputStream {

    private static final long FREE = 64L << 20;
    private static final long MOST = 256L << 30;
    private static final int RATIO = 100;

    private final FileBytes packed;
    private final String file;
    private long count;

    Gunzip(FileBytes packed, InputStream all, String file) throws IOException {
        super(new Members(new Unending(all)));
        this.packed = packed;
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int got = in.read(target, from, length);
        count += Math.max(got, 0);
        if (count > MOST || (count > FREE && count / RATIO > packed.count())) {
            throw new BadInput(
                    "%s: unpacks to more than %d times its size; refused as a gzip bomb".formatted(file, RATIO));
        }
        return got;
    }

    @Override
    public long skip(long bytes) throws IOException {
        byte[] skipped = new byte[(int) Math.min(bytes, 1 << 16)];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    /** Java takes whatever follows a member and is no other one for the end; rows behind a damaged header would go unseen. */
    private static final class Members extends GZIPInputStream {

        private static final int TRAILER = 8;

        Members(InputStream all) throws IOException {
            super(all, 1 << 16);
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int got = super.read(target, from, length);
            if (got < 0) {
                demandEnd();
            }
            return got;
        }

        /** Padding with zeros may follow. */
        private void demandEnd() throws IOException {
            int rest = 0;
            for (int at = len - inf.getRemaining() + TRAILER; at < len; at++) {
                rest |= buf[at];
            }
            for (int next = 0; next >= 0 && rest == 0; next = in.read()) {
                rest = next;
            }
            if (rest != 0) {
                throw new ZipException("what follows its end is no gzip stream");
            }
        }
    }

    /** Says that there may be more, for where a buffer ends with a member Java looks for another one only if so. */
    private static final class Unending extends FilterInputStream {

        Unending(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 1;
        }
    }
}
