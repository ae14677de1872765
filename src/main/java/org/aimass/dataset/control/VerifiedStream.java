package org.aimass.dataset.control;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.aimass.shared.Sha256Digest;

/** Reads a stored file and, at its end, refuses it when its bytes are not those that its digest names. */
final class VerifiedStream extends FilterInputStream {

    private final Sha256Digest expected;
    private final MessageDigest seen = Sha256Digest.newMessageDigest();
    private boolean finished;

    VerifiedStream(InputStream file, Sha256Digest expected) {
        super(file);
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read >= 0) {
            seen.update(buffer, offset, read);
        } else if (!finished) {
            finished = true;
            if (!Sha256Digest.of(seen).equals(expected)) {
                throw new IOException("the stored file " + expected + " has changed");
            }
        }
        return read;
    }

    /** Nothing may be skipped: every byte counts. */
    @Override
    public long skip(long bytes) throws IOException {
        return readNBytes((int) Math.min(bytes, 1 << 16)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
