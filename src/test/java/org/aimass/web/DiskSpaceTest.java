package org.aimass.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DiskSpaceTest {
    private static final long MEBIBYTE = 1L << 20;

    @Test
    void keepsTheReserveBesideBothCopiesOfAnUpload() {
        assertTrue(DiskSpace.admits(10 * MEBIBYTE, 148 * MEBIBYTE));
        assertFalse(DiskSpace.admits(10 * MEBIBYTE, 148 * MEBIBYTE - 1));
    }

    @Test
    void anUploadThatDoesNotSayItsSizeNeedsTheReserveAtLeast() {
        assertTrue(DiskSpace.admits(-1, 128 * MEBIBYTE));
        assertFalse(DiskSpace.admits(-1, 128 * MEBIBYTE - 1));
    }
}
