package org.aimass.engine.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A part of an open file; several parts of one file can be read at once. */
final class FileRange extends InputStream {

    private final FileChannel file;
    private long at;
    private final long end;

    /**
     * @param from the first byte
     * @param end behind the last byte
     */
    FileRange(FileChannel file, long from, long end) {
        this.file = file;
        this.at = from;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int most = (int) Math.min(length, end - at);
        if (most <= 0) {
            return length == 0 ? 0 : -1;
        }
        int got = file.read(ByteBuffer.wrap(target, from, most), at);
        at += Math.max(got, 0);
        return got;
    }
}
