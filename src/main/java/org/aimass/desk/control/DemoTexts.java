package org.aimass.desk.control;

import java.util.Locale;
import java.util.ResourceBundle;
import org.aimass.shared.Bilingual;

/** What the demonstration says, in both languages. */
final class DemoTexts {

    private DemoTexts() {}

    static Bilingual of(String key) {
        return new Bilingual(
                texts(Locale.ENGLISH).getString(key),
                texts(Locale.SIMPLIFIED_CHINESE).getString(key));
    }

    private static ResourceBundle texts(Locale locale) {
        return ResourceBundle.getBundle(
                "org.aimass.desk.Demo",
                locale,
                DemoTexts.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
