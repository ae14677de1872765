package org.aimass.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;

/** Whoever hangs up in the middle is no failure of the portal, and wakes no operator; a disk that fails is one. */
class FailureMapperTest {

    @Test
    void aSenderThatHangsUpIsNoFailure() {
        assertTrue(FailureMapper.isSenderGone(new EOFException()));
        assertTrue(FailureMapper.isSenderGone(new IOException("Connection reset by peer")));
        assertTrue(FailureMapper.isSenderGone(new IOException("Connection is closed")));
        assertTrue(FailureMapper.isSenderGone(new IOException("Broken pipe")));
    }

    @Test
    void anythingElseIs() {
        assertFalse(FailureMapper.isSenderGone(new IOException("No space left on device")));
        assertFalse(FailureMapper.isSenderGone(new IOException("Input/output error")));
        assertFalse(FailureMapper.isSenderGone(new AccessDeniedException("/store")));
        assertFalse(FailureMapper.isSenderGone(new IllegalStateException("Connection reset")));
    }
}
