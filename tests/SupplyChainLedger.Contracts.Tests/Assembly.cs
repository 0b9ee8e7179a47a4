[assembly: AssemblyFixture(typeof(SecondOpinion))]
