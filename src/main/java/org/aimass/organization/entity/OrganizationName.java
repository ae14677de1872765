package org.aimass.organization.entity;

import org.aimass.shared.Refusal;
import org.aimass.shared.RequiredText;

/**
 * What an organization is called.
 *
 * @param slug for addresses: 2 to 80 lower-case letters, digits and single hyphens
 * @param en in English
 * @param zh in Chinese
 */
public record OrganizationName(String slug, String en, String zh) {

    private static final int LONGEST = 200;
    private static final int LONGEST_SLUG = 80;

    /** @throws Refusal INVALID at {@code slug}, {@code nameEn} or {@code nameZh} */
    public OrganizationName {
        en = checked(en, "nameEn");
        zh = checked(zh, "nameZh");
        slug = slug.strip();
        if (slug.length() < 2 || slug.length() > LONGEST_SLUG || !slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw Refusal.of(Refusal.Kind.INVALID, "organization", "field.slug.malformed")
                    .at("slug");
        }
    }

    /**
     * One name in one language, fit to be kept.
     *
     * @throws Refusal INVALID at the field
     */
    public static String checked(String name, String field) {
        return RequiredText.line(name, LONGEST, "organization", field);
    }
}
