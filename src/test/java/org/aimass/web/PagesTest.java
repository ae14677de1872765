package org.aimass.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.aimass.shared.Slice;
import org.junit.jupiter.api.Test;

class PagesTest {

    @Test
    void aShortListShowsAllItsPages() {
        assertEquals("[1] 2 3 >2", links(0, 41));
    }

    @Test
    void aLongListLeavesGapsAroundThisPage() {
        assertEquals("<4 1 … 3 4 [5] 6 7 … 20 >6", links(80, 400));
    }

    @Test
    void theLastPageHasNoNext() {
        assertEquals("<2 1 2 [3]", links(40, 60));
    }

    private static String links(long offset, long total) {
        return new Pages()
                .of(new Slice<>(List.of("item"), offset, total), 20).stream()
                        .map(PagesTest::text)
                        .collect(Collectors.joining(" "));
    }

    private static String text(Pages.Link link) {
        return switch (link.kind()) {
            case PREVIOUS -> "<" + link.label();
            case LINK -> link.label();
            case HERE -> "[" + link.label() + "]";
            case GAP -> "…";
            case NEXT -> ">" + link.label();
        };
    }
}
