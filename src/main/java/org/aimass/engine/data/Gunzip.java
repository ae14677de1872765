package org.aimass.engine.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
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
        super(new GZIPInputStream(all, 1 << 16));
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
}
