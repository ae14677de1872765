package org.aimass.web;

import java.util.Locale;

/** What the address of a list says: what is looked for ({@code q}), by what it is sorted ({@code sort}), which page ({@code page}). */
public class ListAddress {

    private static final int LONGEST_QUERY = 100;

    private String q = "";
    private String sort;
    private String page = "1";

    /** @param sort how the list is sorted unless the address says otherwise, such as {@code name} or {@code -submitted} */
    public ListAddress(String sort) {
        this.sort = sort;
    }

    /** The column that the address names, or another when it names none of them. */
    public <E extends Enum<E>> E sort(Class<E> columns, E otherwise) {
        String name = (isDescending() ? sort.substring(1) : sort).toUpperCase(Locale.ROOT);
        for (E column : columns.getEnumConstants()) {
            if (column.name().equals(name)) {
                return column;
            }
        }
        return otherwise;
    }

    public boolean isDescending() {
        return sort.startsWith("-");
    }

    /** How many items come before the page. */
    public int offset(int size) {
        return page.matches("[1-9][0-9]{0,5}") ? (Integer.parseInt(page) - 1) * size : 0;
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q.strip().substring(0, Math.min(LONGEST_QUERY, q.strip().length()));
    }

    public String getSort() {
        return sort;
    }

    public void setSort(String sort) {
        this.sort = sort;
    }

    public String getPage() {
        return page;
    }

    public void setPage(String page) {
        this.page = page;
    }
}
