package org.aimass.engine.speech;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aimass.engine.cli.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Hello, and my number is C3P2. | hello and my number is c 3 p 2",
                "HELLO AND MY NUMBER IS C THREE P TWO | hello and my number is c 3 p 2",
                "Um, I'm [laughs] (really) <unk> sure | i am sure",
                "He'd been there; she's got it, we'd say so | he had been there she has got it we would say so",
                "They won't, can't and don't y'all | they will not can not and do not you all",
                "Dr. Smith 's café: naïve! | doctor smith is cafe naive",
                "one hundred and five | 105",
                "two thousand and twenty one | 2021",
                "nineteen ninety | 1990",
                "one oh one | 101",
                "twenty first of May | 21st of may",
                "in the twenties | in the 20s",
                "ten thousand dollars | $10000",
                "five dollars and twenty cents | $5.20",
                "fifty per cent or five percent | 50% or 5%",
                "three point one four | 3.14",
                "double seven | 77",
                "triple oh | 000",
                "two and a half million | 2500000",
                "half and a half | half and a half",
                "minus five | -5",
                "negative negative | -negative",
                "plus double twelves | +double 12s",
                "the ninth of nineth | the ninth of 9th",
                "one hundred and double five | 10055",
                "0 point 5 and 0 double five | .5 and 55",
                "point five million | 500000",
                "five point hundred | 500",
                "2 and a half, one million and a half | 2 and a half 1000000.5",
                "and a half hour | hour",
                "1,2,3 | 12 3",
                "it is <odd] and () (x) | it is and",
                "mr.5 | mister .5",
                "zero five five dollars | ¢5",
                "1,000,000 people | 1000000 people",
                "3.5 million | 3500000",
                "it costs £ 5 %x | it costs 5 x",
                "the 2 nd one | the 2nd one",
                "Organised behaviour at the Centre, travelling in grey | organized behavior at the center traveling in gray",
                "Councillors' favouritism, hypothesised and legitimised | councilors favoritism hypothesized and legitimized",
                "an aesthetic disc with chilli, and analyses | an esthetic disk with chili and analyzes",
                "four hours of our advice to rise | 4 hours of our advice to rise",
                "six million three hundred thousand | 6300000",
                "the hundredth of hundreds | the 100th of 100s",
                "forty two two | 422",
                "seventeen eleven | 1711",
                "dollars and cents | dollars and cents",
                "point taken and six | point taken and 6",
            })
    void writesEnglishAlike(String spoken, String written) {
        assertEquals(written.strip(), Normalizer.WHISPER_EN.normalize(spoken.strip()));
    }

    /** The originals of the reference case, beside what the authors' own program made of them. */
    @Test
    void agreesWithTheAuthorsProgram() throws IOException {
        Path data = Reference.folder("asr_edacc").resolve("data.csv");
        List<String> different = new ArrayList<>();
        int same = 0;
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(data)) {
            for (NamedCsvRecord row : rows) {
                for (String column : List.of("reference", "hypothesis")) {
                    String expected = row.getField(column);
                    String found = Normalizer.WHISPER_EN.normalize(row.getField(column + "_raw"));
                    if (found.equals(expected)) {
                        same++;
                    } else {
                        different.add(found + " instead of " + expected);
                    }
                }
            }
        }
        assertEquals(List.of(), different);
        assertEquals(10_174, same);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "今天，天气 很好！ | 今天天气很好",
                "ＡＢＣ　１２３ | abc123",
                "二零二四年 | 2024年",
                "一百二十三个 | 123个",
                "十五万 | 150000",
                "一亿二千万零三十 | 120000030",
                "两千零五 | 2005",
                "百分之五 | 5%",
                "百分之3.5 | 3.5%",
                "3.14。 | 3.14",
                "万里长城 | 万里长城",
                "一起 | 1起",
                "三百百 | 三百百",
                "一百二 | 120",
                "一百零二 | 102",
                "一万二千三 | 12300",
                "三万五 | 35000",
                "一亿零三万二 | 100032000",
                "二十三和十 | 23和10",
                "百分之百 | 100%",
            })
    void writesChineseAlike(String spoken, String written) {
        assertEquals(written, Normalizer.ZH.normalize(spoken));
    }

    @Test
    void leavesTextsAloneUnlessAsked() {
        assertEquals(" As it IS. ", Normalizer.NONE.normalize(" As it IS. "));
        assertEquals(List.of("none", "whisper_en", "zh"), Normalizer.words());
        assertEquals(List.of("a", "b", "c", "d"), Words.of(" a\tb\u00a0c\u3000d\n"));
        assertEquals(List.of(), Words.of(" \u0085 "));
    }
}
