package io.github.mlmaven.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mlmaven.api.ColumnType;
import io.github.mlmaven.spec.GateSpec;
import io.github.mlmaven.spec.SpecFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftingTest {

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    /** Made once: the claims about it are of its text. */
    private static String whole = "";

    @BeforeAll
    static void draft() throws IOException {
        whole = new Drafts(shared).file("houses.csv", houses(500)).draft("houses.csv");
    }

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
    void a_last_column_that_nothing_tells_is_doubted_with_those_that_could_be_meant() throws IOException {
        StringBuilder csv = new StringBuilder("size,area,kind,noise\n");
        Random random = new Random(3);
        for (int row = 0; row < 200; row++) {
            double size = random.nextDouble();
            csv.append(String.format(
                    Locale.ROOT,
                    "%.4f,%.4f,%s,%.4f%n",
                    size,
                    2 * size,
                    row % 3 == 0 ? "a" : "b",
                    random.nextGaussian()));
        }
        Drafts drafts = new Drafts(folder).file("d.csv", csv.toString());

        String metrics = "rmse [0-9.]+ \\(without inputs [0-9.]+\\), mae [^,]*, r2 -?[0-9.]+ \\(without inputs 0\\)";
        assertThat(drafts.warned("d.csv"))
                .singleElement()
                .asString()
                .matches(
                        "NOT SURE: 'noise' is predicted because it is the last column, and the first model is hardly better"
                                + " than none: " + metrics
                                + "\\. If another column is meant, take back what ml:init wrote and name it"
                                + " with -Dml.label=\\.\\.\\., one of: size, area, kind\\.");
        assertThat(drafts.warned("d.csv", "noise"))
                .singleElement()
                .asString()
                .matches("The first model of 'noise' is hardly better than none: " + metrics
                        + "\\. Its gates hold back what is"
                        + " worse still\\. Bring inputs that tell more of 'noise', or more rows\\.");
        assertThat(drafts.warned("d.csv", "area")).isEmpty();
    }

    @Test
    void yes_and_no_in_other_words_are_a_boolean_unless_they_are_the_label() throws IOException {
        StringBuilder csv = new StringBuilder("size,oui,left\n");
        for (int row = 0; row < 200; row++) {
            csv.append(row * 7 % 101).append(row % 3 == 0 ? ",Oui" : row % 5 == 0 ? ",oui" : ",NON");
            csv.append(row * 7 % 101 > 50 ? ",Ja\n" : ",Nein\n");
        }

        String draft = new Drafts(folder).file("d.csv", csv.toString()).draft("d.csv", "left");

        assertThat(draft)
                .contains("  oui:  {type: boolean, true-values: [Oui, oui], false-values: [NON], required: true}")
                .contains("  left: {type: category, values: [Ja, Nein], required: true, when: training}");
    }

    @Test
    void a_draft_is_the_whole_description_of_a_model() {
        assertThat(whole).isEqualTo("""
                # Drafted by ml:init from all 500 rows of houses.csv. Each guess says why it was made: correct what is wrong.
                task: regression    # the label is a number

                data:
                  source: houses.csv
                  label: price          # by its name
                  id: [house_id]        # named like a key, and no value comes twice
                  missing: ["", NA]     # found in the data, in the place of values
                  split: {test: 30%}    # by the id: a row keeps its part; by: time with column: built tests the latest ones

                columns:
                  house_id: {type: text, required: true, unique: true}
                  size:     {type: number, min: 10, max: 220, max-missing: 10%}
                  rooms:    {type: integer, min: 0, max: 6, required: true}                            # 5 different values: write category if they are codes
                  district: {type: category, values: [east, north, south], required: true}
                  garden:   {type: boolean, true-values: [yes], false-values: [no], required: true}    # yes or no by its words
                  zip:      {type: category, values: ["01000", "01001", "01002", "01003", "01004", "01005", "01006", "01007", "01008", "01009", "01010", "01011", "01012", "01013", "01014", "01015", "01016", "01017", "01018", "01019"], required: true}    # leading zeros: codes and no numbers
                  built:    {type: date, min: 1943-01-01, required: true}                              # no input unless features has a transform of it, such as encode: calendar
                  notes:    {type: text, required: true}                                               # every row has another value: a name or a key
                  price:    {type: number, min: 50, max: 630, required: true, when: training}

                train:
                  trainer: random-forest    # few rows: trees that are grown apart need no tuning
                  parameters: {trees: 100}

                evaluate:
                  slices: [district]    # metrics of its own for each value

                # What the first model had, and three standard errors of room: test rows drawn anew would break a limit about
                # once in 700 times. The errors follow from how far each test row moves the metric.
                gates:
                  - {metric: rmse, max: 20.4}                        # it had 16.383, standard error 1.3; without inputs 124.06
                  - {metric: mae, max: 14.8}                         # it had 12.111, standard error 0.89; without inputs 107.69
                  - {metric: r2, min: 0.9742}                        # it had 0.98256, standard error 0.0028; without inputs 0
                  - {metric: rmse, baseline: {max-increase: 25%}}    # than the accepted model's
                """);
    }

    @Test
    void the_same_data_makes_the_same_bytes() throws IOException {
        assertThat(new Drafts(folder).file("houses.csv", houses(500)).draft("houses.csv"))
                .isEqualTo(whole);
    }

    @Test
    void a_classification_of_rare_labels_is_not_judged_by_accuracy() throws IOException {
        StringBuilder csv = new StringBuilder("amount,country,fraud\n");
        Random random = new Random(3);
        for (int row = 0; row < 1000; row++) {
            boolean fraud = row % 20 == 0;
            double amount = (fraud ? 90 : 20) + 20 * random.nextGaussian();
            csv.append(String.format(Locale.ROOT, "%.2f,%s,%s%n", amount, row % 3 == 0 ? "de" : "fr", fraud ? 1 : 0));
        }

        new Drafts(folder).file("d.csv", csv.toString()).draft("d.csv");
        SpecFile spec = new Drafts(folder).spec();

        assertThat(spec.spec().label().type()).isEqualTo(ColumnType.BOOLEAN);
        assertThat(spec.spec().train().trainer()).isEqualTo("xgboost");
        assertThat(spec.spec().gates().stream().map(GateSpec::metric))
                .contains("auc", "balanced-accuracy", "log-loss")
                .doesNotContain("accuracy");
    }

    @Test
    void a_test_of_few_rows_says_how_few_it_takes() throws IOException {
        String text = new Drafts(folder).file("d.csv", houses(40)).draft("d.csv");

        assertThat(text).containsPattern("- \\{metric: rmse, max: [0-9.]+, min-rows: [0-9]+}");
    }

    @Test
    void numbers_keep_their_type_in_gzipped_and_tab_separated_files_and_in_several() throws IOException {
        Drafts drafts = new Drafts(folder);
        Files.createDirectory(folder.resolve("data"));
        drafts.file("data/one.tsv", houses(60).replace(',', '\t'));
        drafts.file("data/two.csv", houses(70).replace("\nh", "\nk"));

        String text = drafts.draft("data", "price");

        assertThat(text)
                .startsWith("# Drafted by ml:init from all 130 rows of data.")
                .contains("  rooms:    {type: integer, min: 0, max: 6, required: true}");
    }

    @Test
    void a_column_without_a_value_is_warned_of() throws IOException {
        Drafts drafts = new Drafts(folder)
                .file("d.csv", houses(100).replaceAll("\n", ",\n").replaceFirst(",\n", ",pool\n"));

        assertThat(drafts.warned("d.csv"))
                .contains("No row has a value of 'pool': no input, and of type text until there are some.");
    }

    @Test
    void a_malformed_row_is_told_with_its_line_and_nothing_is_drafted() throws IOException {
        Drafts drafts = new Drafts(folder).file("d.csv", houses(50) + "1,2,3\n");

        assertThatThrownBy(() -> drafts.draft("d.csv"))
                .hasMessageStartingWith("The data cannot be read:\n  d.csv line 52:")
                .hasMessageContaining("[row-malformed]")
                .hasMessageEndingWith(
                        "Then run the goal again; where the data has to stay as it is, write model.yaml yourself.");
    }

    @Test
    void rows_without_a_label_are_left_out_and_counted() throws IOException {
        String without = houses(57)
                .lines()
                .skip(51)
                .map(row -> row.replaceFirst("[^,]*$", ""))
                .collect(Collectors.joining("\n"));

        String text = new Drafts(folder).file("d.csv", houses(50) + without).draft("d.csv");

        assertThat(text).contains("  where: price is not null    # 7 of 57 rows have no value of it, and are left out");
        assertThat(new Drafts(folder).spec().spec().data().where()).contains("price is not null");
    }
}
