package org.aimass.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** T11: nothing but the two languages ever becomes a locale. */
class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh-CN,zh;q=0.9,en;q=0.8|CHINESE",
                "zh-Hans-CN|CHINESE",
                "zh-TW|CHINESE",
                "de,zh;q=0.5,en;q=0.4|CHINESE",
                "de,en;q=0.5,zh;q=0.4|ENGLISH",
                "en;q=0.1,zh;q=0.9|CHINESE",
                "en-GB|ENGLISH",
                "fr|ENGLISH",
                "*|ENGLISH",
                "zh;q=0,en|ENGLISH"
            })
    void theBrowserSaysWhatItsReaderReads(String header, Language expected) {
        assertEquals(expected, Language.ofHeader(header));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "en');alert(1)//",
                "zh-CN'\"><script>alert(1)</script>",
                "en;q=x",
                ";;;,,,",
                "\u0000",
                "../../etc/passwd",
                "zh_CN",
                "${7*7}",
                "#{7*7}"
            })
    void whatIsNoWishIsEnglish(String header) {
        assertEquals(Language.ENGLISH, Language.ofHeader(header));
    }

    @Test
    void aWishWithoutEndIsEnglish() {
        assertEquals(Language.ENGLISH, Language.ofHeader("zh,".repeat(10_000)));
        assertEquals(Language.ENGLISH, Language.ofHeader(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "zh", "zh-CN", "ZH_CN", "en_GB", "en');alert(1)//", "zh_CN\r\nSet-Cookie: a=b", "../en"})
    void aChoiceIsOneOfTwoWords(String code) {
        assertEquals(Optional.empty(), Language.ofCode(code));
    }

    @Test
    void theTwoWordsAreKnown() {
        assertEquals(Optional.of(Language.ENGLISH), Language.ofCode("en"));
        assertEquals(Optional.of(Language.CHINESE), Language.ofCode("zh_CN"));
        assertEquals("zh-Hans", Language.CHINESE.tag());
    }
}
