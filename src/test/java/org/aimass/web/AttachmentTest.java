package org.aimass.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.junit.jupiter.api.Test;

/** What is given out is named, quoted and sent so that nothing in it means anything to browser or spreadsheet (T10, T22). */
class AttachmentTest {

    @Test
    void aNameCannotEndTheHeaderOrNameAFolder() {
        assertEquals(
                "attachment; filename=\"--etc-a-b -.onnx\"; filename*=UTF-8''..-etc-a%22b%20%E6%A8%A1.onnx",
                Attachment.named("../etc/a\"b 模.onnx"));
        assertTrue(!Attachment.named("a\r\nSet-Cookie: x").contains("\n"));
    }

    @Test
    void aCellIsNeverAFormula() {
        assertEquals("\"'=1+1\"", Attachment.cell("=1+1"));
        for (String first : new String[] {"+", "-", "@", "\t", "\r"}) {
            assertEquals("\"'" + first + "1\"", Attachment.cell(first + "1"));
        }
        assertEquals("\"a \"\"b\"\", c\"", Attachment.cell("a \"b\", c"));
        assertEquals("\"\"", Attachment.cell(""));
    }

    @Test
    void whatTurnsOutToBeWrongAtItsEndIsNeverWhole() {
        InputStream changed = new SequenceInputStream(new ByteArrayInputStream(new byte[200_000]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the stored file has changed");
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                return read();
            }
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThrows(IOException.class, () -> Attachment.send(changed, out));
        assertTrue(out.size() < 200_000, "bytes sent: " + out.size());
    }

    @Test
    void everythingElseArrivesAsItIs() throws IOException {
        byte[] bytes = new byte[150_001];
        new java.util.Random(7).nextBytes(bytes);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Attachment.send(new ByteArrayInputStream(bytes), out);
        org.junit.jupiter.api.Assertions.assertArrayEquals(bytes, out.toByteArray());
    }
}
