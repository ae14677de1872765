package org.aimass.report.control;

import java.util.Locale;
import java.util.ResourceBundle;
import org.aimass.audit.entity.AuditPolicy;
import org.aimass.shared.Bilingual;

/** What a policy is called and why it exists, in both languages, as it stood at publication. */
record PolicyTexts(Bilingual title, Bilingual about) {

    static PolicyTexts of(AuditPolicy policy) {
        return new PolicyTexts(text("policy." + policy.name() + ".name"), text("policy." + policy.key() + ".why"));
    }

    private static Bilingual text(String key) {
        return new Bilingual(
                words(Locale.ENGLISH).getString(key),
                words(Locale.SIMPLIFIED_CHINESE).getString(key));
    }

    private static ResourceBundle words(Locale locale) {
        return ResourceBundle.getBundle(
                "org.aimass.audit.Words",
                locale,
                PolicyTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
