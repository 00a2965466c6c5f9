using CsCheck;
using ProvenanceAnalyzers.Shared.Catalogue;
using ProvenanceAnalyzers.Tests.Infrastructure;
using ProvenanceAnalyzers.Tests.Robustness;

namespace ProvenanceAnalyzers.Tests.Shared.Catalogue;

public sealed class PersonTests
{
    [Trait("Case", "N5")]
    [Theory]
    [InlineData("bob@example.com", "bob@example.com\u200B")]
    [InlineData("Bob <bob@example.com>", "Bob")]
    [InlineData("bob@example.com", "Bob bob@example.com")]
    [InlineData("ada@example.com (Ada)", "ada@example.com")]
    [InlineData("ada@example.com (Ada)", "ada")]
    [InlineData("ada\u200B@example.com", "ada@example.com")]
    [InlineData("Ada <ada@example.com>", "Ada Lovelace ada@example.com")]
    [InlineData("ada@example.com", "<ada@example.com> @example.com")]
    [InlineData("staff:1 <ada@example.com>", "staff:1")]
    [InlineData("mailto:ada@example.com", "ada@example.com")]
    [InlineData("<MAILTO:ada@example.com>", "Ada@Example.com")]
    [InlineData("ada@example.com, bob@example.com", "bob@example.com")]
    [InlineData("ada@example.com;bob@example.com", "Bob <bob@example.com>")]
    [InlineData("Ada <ada@example.com>, Bob <bob@example.com>", "Bob")]
    [InlineData("ada@example.com/bob@example.com", "ada@example.com")]
    [InlineData("ada@example.com\u3001bob@example.com", "ada@example.com")]
    [InlineData("Ada  Lovelace", "ada lovelace")]
    [InlineData("\"Ada Lovelace\" <ada@example.com>", "Ada Lovelace")]
    [InlineData("Lovelace, Ada <ada@example.com>", "Lovelace, Ada")]
    [InlineData("staff:1, staff:2", "staff:2")]
    [InlineData("ada @ example.com", "ada@example.com")]
    [InlineData("ada@example.com.", "'ada@example.com'")]
    [InlineData("\uFF41da\uFF20example.com", "ada@example.com")]
    [InlineData("@ada", "@Ada")]
    public void Two_texts_are_one_person(string one, string other)
    {
        Assert.True(new Person(one).IsSameAs(new Person(other)));
        Assert.True(new Person(other).IsSameAs(new Person(one)));
        Assert.Equal(1, Person.Count([new Person(one), new Person(other)]));
    }

    [Theory]
    [InlineData("ada@example.com", "ada@example.org")]
    [InlineData("ada@example.com", "da@example.com")]
    [InlineData("Ada <ada@example.com>", "Ada <ada@example.org>")]
    [InlineData("Ada <ada@example.com>", "Bob")]
    [InlineData("ada@example.com", "ada")]
    [InlineData("Ada Lovelace <ada@example.com>", "Lovelace")]
    [InlineData("Lovelace, Ada <ada@example.com>", "Byron, Ada")]
    [InlineData("Lovelace, Ada", "Byron, Ada")]
    [InlineData("staff:1", "staff:11")]
    [InlineData("o'brien@example.com", "brien@example.com")]
    [InlineData("Åsa", "Asa")]
    [InlineData("", "")]
    [InlineData("", "ada@example.com")]
    [InlineData("Ada <>", "<>")]
    public void Two_texts_are_two_people(string one, string other)
    {
        Assert.False(new Person(one).IsSameAs(new Person(other)));
        Assert.False(new Person(other).IsSameAs(new Person(one)));
        Assert.Equal(2, Person.Count([new Person(one), new Person(other)]));
    }

    [Fact]
    public void Two_that_a_third_shows_to_be_one_person_are_one()
    {
        string[] texts = ["Bob", "bob@example.com", "Carol", "Bob <bob@example.com>"];
        Assert.Equal(2, Person.Count(texts.Select(text => new Person(text))));
        Assert.Equal(2, Person.Count(texts.Reverse().Select(text => new Person(text))));
    }

    [Fact]
    public void However_a_person_is_written_it_is_the_same_one() =>
        Disguise.OneOf(
            "ada@example.com", "Ada Lovelace <ada@example.com>", "mailto:ada@example.com", "Ada (ada@example.com)", "(Ada) ada@example.com")
            .SelectMany(Disguise.Of)
            .Sample(
                text =>
                {
                    Assert.True(new Person(text).IsSameAs(new Person("ada@example.com")));
                    Assert.False(new Person(text).IsSameAs(new Person("bob@example.com")));
                    Assert.Equal("ada@example.com", new Person(text).Identity);
                },
                iter: PropertyRuns.Count);

    [Fact]
    public void Whatever_is_written_is_read() => Gen.Select(Gen.String, Gen.String).Sample(
        input =>
        {
            var person = new Person(input.Item1 + "@" + input.Item2);
            Assert.Equal(person.IsSameAs(new Person(input.Item2)), new Person(input.Item2).IsSameAs(person));
        },
        iter: PropertyRuns.Count);

    [Theory]
    [InlineData("bob@example.com", true)]
    [InlineData("Bob <BOB@example.com>", true)]
    [InlineData("bob@example.com\u200B", true)]
    [InlineData("bob@example.com (Bob)", true)]
    [InlineData("bob@example.com, x@example.com", true)]
    [InlineData("mallory@evil.org, x@example.com", false)]
    [InlineData("mallory@evil.org x@example.com", false)]
    [InlineData("x@example.com <mallory@evil.org>", false)]
    [InlineData("mallory@evil.org @example.com", false)]
    [InlineData("mallory@evil.org (@example.com", false)]
    [InlineData("mallory@evil.org\uFF0Cx@example.com", false)]
    [InlineData("@example.com", false)]
    [InlineData("staff:4711", true)]
    [InlineData("staff:4711\u200B", true)]
    [InlineData("staff:47110", false)]
    [InlineData("staff:4711 <mallory@evil.org>", false)]
    [InlineData("Carol <carol@corp.example>", true)]
    [InlineData("Mallory <carol@corp.example>", false)]
    [InlineData("Dora <dora@anything.example>", true)]
    public void Every_address_must_fit_a_pattern(string person, bool isNamed) => Assert.Equal(
        isNamed, new Person(person).IsNamedBy(["*@example.com", "staff:????", "Carol <*@corp.example>", "Dora*"]));
}
