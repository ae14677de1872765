package org.aimass.audit.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

/** A form sent without a choice made the page fail: a list left at its first, empty choice comes as null. */
class AuditStartPageTest {

    @Test
    void aListLeftAloneIsNoChoice() {
        AuditStartPage page = new AuditStartPage();
        page.setModel(null);
        page.setDataset(null);
        assertFalse(page.isChosen());
        assertEquals("", page.getModel());
        assertEquals("", page.getDataset());
    }
}
