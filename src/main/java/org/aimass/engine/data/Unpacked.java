package org.aimass.engine.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.aimass.engine.BrokenFile;

/** The content of a zip entry: real bytes, counted and checked against what the archive promised. */
final class Unpacked extends FilterInputStream {

    private final long length;
    private final long checksum;
    private final CRC32 crc = new CRC32();
    private long count;

    /**
     * @param length bytes that it must have
     * @param checksum their CRC-32
     */
    Unpacked(InputStream content, long length, long checksum) {
        super(content);
        this.length = length;
        this.checksum = checksum;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int wanted) throws IOException {
        int got;
        try {
            got = super.read(target, from, wanted);
        } catch (IOException e) {
            throw new BrokenFile("packed content that is damaged after " + count + " bytes", length + " bytes");
        }
        if (got < 0) {
            demandEnd();
            return -1;
        }
        crc.update(target, from, got);
        count += got;
        if (count > length) {
            throw new BrokenFile("content that goes on", "its end after " + length + " bytes, as the archive says");
        }
        return got;
    }

    @Override
    public long skip(long wanted) throws IOException {
        return readNBytes((int) Math.min(wanted, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void demandEnd() throws BrokenFile {
        if (count < length) {
            throw new BrokenFile("content that is cut off after " + count + " bytes", length + " bytes");
        }
        if (crc.getValue() != checksum) {
            throw new BrokenFile("content whose checksum is another", "that of the archive");
        }
    }
}
