package io.github.mlmaven.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftingTest {

    @TempDir
    Path folder;

    static String houses(int rows) {
        StringBuilder csv = new StringBuilder("house_id,size,rooms,district,garden,zip,built,notes,price\n");
        Random random = new Random(7);
        for (int row = 0; row < rows; row++) {
            double size = 30 + 170 * random.nextDouble();
            int rooms = 1 + (int) (size / 40);
            String district = new String[] {"north", "east", "south"}[random.nextInt(3)];
            boolean garden = random.nextBoolean();
            double price = 40 + 2 * size + 15 * rooms + (district.equals("north") ? 60 : 0) + 8 * random.nextGaussian();
            csv.append(String.format(
                    Locale.ROOT,
                    "h%d,%s,%d,%s,%s,%05d,%d-03-0%d,a house of %d rooms no. %d,%.1f%n",
                    row,
                    row % 17 == 0 ? "NA" : String.format(Locale.ROOT, "%.1f", size),
                    rooms,
                    district,
                    garden ? "yes" : "no",
                    1000 + random.nextInt(20),
                    1950 + random.nextInt(70),
                    1 + random.nextInt(9),
                    rooms,
                    row,
                    price));
        }
        return csv.toString();
    }

    @Test
    void a_draft_is_the_whole_description_of_a_model() throws IOException {
        String text = new Drafts(folder).file("houses.csv", houses(500)).draft("houses.csv");

        System.out.println(text);
        assertThat(text).startsWith("# Drafted by ml:init from all 500 rows of houses.csv.");
    }
}
