package org.aimass.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Passes a response on and keeps a copy of what was sent, unless it becomes too long. */
final class CopiedResponse extends HttpServletResponseWrapper {

    /** Of this one answer, or of this one reader. */
    private static final Set<String> NOT_THE_PAGES =
            Set.of("x-request-id", "date", "set-cookie", "content-length", "connection");

    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();
    private boolean tooLong;
    private @Nullable ServletOutputStream stream;
    private @Nullable PrintWriter writer;

    CopiedResponse(HttpServletResponse response) {
        super(response);
    }

    /** What was sent; empty unless it is a whole page that everybody gets. */
    Optional<PublicCopies.Copy> copy(Instant now) {
        if (writer != null) {
            writer.flush();
        }
        if (tooLong || copy.size() == 0 || getStatus() != SC_OK || getHeader("Set-Cookie") != null) {
            return Optional.empty();
        }
        TreeMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : getHeaderNames()) {
            if (!NOT_THE_PAGES.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, getHeader(name));
            }
        }
        if (getContentType() != null) {
            headers.put("Content-Type", getContentType());
        }
        return Optional.of(new PublicCopies.Copy(copy.toByteArray(), headers, now));
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (stream == null) {
            stream = new Tee(super.getOutputStream());
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), getCharacterEncoding()));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        super.flushBuffer();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        copy.reset();
    }

    @Override
    public void reset() {
        super.reset();
        copy.reset();
        stream = null;
        writer = null;
    }

    private void keep(byte[] bytes, int offset, int length) {
        tooLong = tooLong || copy.size() + length > PublicCopies.COPY_AT_MOST;
        if (!tooLong) {
            copy.write(bytes, offset, length);
        }
    }

    private final class Tee extends ServletOutputStream {
        private final ServletOutputStream out;

        Tee(ServletOutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            keep(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public boolean isReady() {
            return out.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            out.setWriteListener(listener);
        }
    }
}
